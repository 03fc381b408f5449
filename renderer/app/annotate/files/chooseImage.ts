/** A picture for the image tool: chosen, decoded once to know its size, and scaled to stand on the map. */
import { RefusalError } from '../../../../electron/contract/refusal.ts'
import { call } from '../../../bridge/index.ts'
import { annotationStore, chooseTool } from '../../../store/annotationStore.ts'
import { report } from '../../files.ts'
import { imageSizeMm } from './imageSize.ts'

export async function takeImageTool(): Promise<void> {
  await report(async () => {
    const chosen = await call('image.choose', {})
    if (chosen === null) return
    const { width, height } = await decoded(chosen.data, chosen.name)
    annotationStore.setState({ pendingImage: { data: chosen.data, ...imageSizeMm(width, height) } })
    chooseTool('image')
  })
}

/** @throws RefusalError when it is no picture */
export async function decoded(data: string, name: string): Promise<{ width: number; height: number }> {
  const image = new Image()
  image.src = data
  try {
    await image.decode()
  } catch {
    throw new RefusalError({ message: `${name} cannot be read as a picture.`, advice: 'Save it anew and choose it again.', file: name })
  }
  return { width: image.naturalWidth, height: image.naturalHeight }
}
