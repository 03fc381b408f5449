/** Takes an annotation tool in hand, and puts it down when it is in hand already. */
import { annotationStore, chooseTool, type Tool } from '../../../store/annotationStore.ts'
import { takeImageTool } from '../files/chooseImage.ts'

/** The picture is chosen before the image tool is taken. */
export function takeTool(tool: Tool): void {
  if (tool === 'image' && annotationStore.getState().tool !== 'image') {
    void takeImageTool()
    return
  }
  chooseTool(annotationStore.getState().tool === tool ? null : tool)
}

export const toggleSnapping = (): void => annotationStore.setState(({ snapping }) => ({ snapping: !snapping }))
