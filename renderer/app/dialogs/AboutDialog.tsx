/** Who made what: versions of the program's parts, and the credits of the data that it ships. */
import { type ReactNode, useEffect, useState } from 'react'
import type { About } from '../../../electron/contract/session.ts'
import { call } from '../../bridge/index.ts'
import { report } from '../files.ts'
import { Button } from '../parts/Button.tsx'
import { copyText } from '../parts/copyText.ts'
import { Modal } from '../parts/Modal.tsx'
import { Credits } from './Credits.tsx'
import styles from './Dialogs.module.css'

export function AboutDialog({ onClose }: { onClose: () => void }): ReactNode {
  const [about, setAbout] = useState<About | null>(null)
  useEffect(() => {
    void report(async () => setAbout(await call('app.about', {})))
  }, [])
  const versions = about === null ? [] : versionsOf(about)
  return (
    <Modal
      title="About Cartouche"
      widthPx={700}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => void copyText(versions.map(([name, version]) => `${name} ${version}`).join('\n'), 'Versions')}>
            Copy versions
          </Button>
          <Button kind="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <p className={styles['muted']}>
        An offline map desk: open local layers, annotate what you know and how you know it, publish the picture.
      </p>
      <dl className={styles['versions']}>
        {versions.map(([name, version]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="selectable">{version}</dd>
          </div>
        ))}
      </dl>
      {about === null ? null : <Credits markdown={about.credits} />}
    </Modal>
  )
}

const versionsOf = (about: About): [string, string][] => [
  ['Cartouche', about.version],
  ['Electron', about.electron],
  ['Chromium', about.chrome],
  ['Node.js', about.node],
]
