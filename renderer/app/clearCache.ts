/** Takes away what is kept on disk of layers, and says how much it was. */
import { call } from '../bridge/index.ts'
import { notify } from '../store/noticeStore.ts'
import { report } from './files.ts'
import { sizeInWords } from './sizeInWords.ts'

export async function clearCache(): Promise<void> {
  await report(async () => {
    const { freed } = await call('cache.clear', {})
    if (freed === 0) notify('The cache is empty.')
    else notify(`${sizeInWords(freed)} freed.`, 'Big layers are read from their files the next time they are opened.')
  })
}
