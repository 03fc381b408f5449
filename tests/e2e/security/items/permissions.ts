/** Permissions of the browser: none is given. */
import { expect } from '@playwright/test'
import { inMain, type Item } from '../item.ts'

export const permissions: Item[] = [
  {
    title: 'whatever the page asks leave for is refused and counted',
    probe: async ({ page, refusedDuring }) => {
      let answers: unknown
      const refusals = await refusedDuring(async () => {
        answers = await page.evaluate(async () => {
          const failed = (error: unknown): string => (error instanceof Error ? error.name : String(error))
          return {
            geolocation: await new Promise((done) => {
              navigator.geolocation.getCurrentPosition(
                () => done('given'),
                ({ code }) => done(code === 1 ? 'denied' : 'no position'),
                { timeout: 300 },
              )
            }),
            notifications: await Notification.requestPermission(),
            midi: await navigator.requestMIDIAccess({ sysex: true }).then(() => 'given', failed),
            camera: await navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then(() => 'given', failed),
            clipboard: await navigator.clipboard.readText().then(() => 'given', failed),
          }
        })
      })
      return { answers, refused: [...new Set(refusals.filter(({ by }) => by === 'permission lock').map(({ url }) => url))].toSorted() }
    },
    holds: {
      answers: {
        geolocation: 'denied',
        notifications: 'denied',
        midi: 'NotAllowedError',
        camera: 'NotAllowedError',
        clipboard: 'NotAllowedError',
      },
      refused: [
        'permission:clipboard-read',
        'permission:geolocation',
        'permission:media',
        'permission:midiSysex',
        'permission:notifications',
      ],
    },
    undo: [inMain('answer(false);', 'answer(true);')],
    undone: expect.objectContaining({ answers: expect.objectContaining({ notifications: 'granted' }) }),
  },
  {
    title: 'no permission counts as given before it is asked for',
    probe: async ({ page }) =>
      page.evaluate(async () => {
        const names = [
          'geolocation',
          'notifications',
          'camera',
          'microphone',
          'clipboard-read',
          'midi',
          'persistent-storage',
          'screen-wake-lock',
        ]
        const states = await Promise.all(
          names.map(async (name) => navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state, String)),
        )
        return names.filter((_name, index) => states[index] !== 'denied')
      }),
    holds: [],
    undo: [inMain('session.setPermissionCheckHandler(() => false);', 'session.setPermissionCheckHandler(() => true);')],
    undone: expect.arrayContaining(['geolocation', 'notifications', 'camera', 'microphone']),
  },
]
