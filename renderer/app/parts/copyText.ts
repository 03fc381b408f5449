import { call } from '../../bridge/index.ts'
import { notify, notifyRefusal } from '../../store/noticeStore.ts'
import { refusalOf } from '../../store/sourceStore.ts'

/** Puts text on the clipboard and says so. */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await call('clipboard.write', { text })
    notify(`${what} copied.`)
  } catch (error) {
    notifyRefusal(refusalOf(error))
  }
}
