import { beforeEach, describe, expect, test } from 'vitest'
import { dismissAll, noticeStore, notify, notifyRefusal } from '../../../renderer/store/noticeStore.ts'

const shown = (): string[] => noticeStore.getState().notices.map(({ message }) => message)

beforeEach(dismissAll)

describe('A notice', () => {
  test('that is said again takes the place of what was said, as the newest', () => {
    notify('Saved as map.cartouche.')
    const [first] = noticeStore.getState().notices
    notify('1 annotation exported to out.kml.')
    notify('Saved as map.cartouche.')
    expect(shown()).toEqual(['1 annotation exported to out.kml.', 'Saved as map.cartouche.'])
    expect(noticeStore.getState().notices.at(-1)?.id, 'told anew').not.toBe(first?.id)
  })

  test('of something that failed stays as often as it happened', () => {
    const refusal = { message: 'bases.kml cannot be read.', advice: '', file: null, line: null, column: null }
    notifyRefusal(refusal)
    notifyRefusal(refusal)
    expect(shown()).toHaveLength(2)
  })
})
