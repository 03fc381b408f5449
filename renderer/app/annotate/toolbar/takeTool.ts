/** Takes an annotation tool in hand, and puts it down when it is in hand already. */
import { annotationStore, chooseTool, type Tool } from '../../../store/annotationStore.ts'

export function takeTool(tool: Tool): void {
  chooseTool(annotationStore.getState().tool === tool ? null : tool)
}

export const toggleSnapping = (): void => annotationStore.setState(({ snapping }) => ({ snapping: !snapping }))
