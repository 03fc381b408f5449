/** The page's name in the panel's head, or a field while it is typed. */
import type { ReactNode } from 'react'
import type { Page } from '../../../../electron/contract/page.ts'
import { renamePage } from '../../../document/pages/commands.ts'
import { currentDocument, runCommand } from '../../../store/documentStore.ts'
import { NameField } from '../../parts/NameField.tsx'
import { useStore } from '../../parts/useStore.ts'
import { pageStore } from '../pageStore.ts'

export function PageName({ page }: { page: Page }): ReactNode {
  const isRenaming = useStore(pageStore, (state) => state.renaming === page.id)
  if (!isRenaming) return <bdi>{page.name}</bdi>
  return (
    <NameField
      name={page.name}
      onName={(name) => runCommand(renamePage(currentDocument(), page.id, name))}
      onClose={() => pageStore.setState({ renaming: null })}
    />
  )
}
