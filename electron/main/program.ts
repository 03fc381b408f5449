/** What the handlers share: the parts of the running program, put together in `index.ts`. */
import type { AnnotationTemplate } from '../contract/annotation.ts'
import type { Closing } from './closing.ts'
import type { Exporter } from './export/exportWindow.ts'
import type { MenuState } from './menu.ts'
import type { Admission } from '../services/admission.ts'
import type { DefaultStyles } from '../services/defaultStyles.ts'
import type { EngineHost } from '../services/engineHost.ts'
import type { KeptExports } from '../services/keptExports.ts'
import type { KeptState } from '../services/keptState.ts'
import type { FileWatch } from '../services/fileWatch.ts'
import type { FilePrints } from '../services/filePrints.ts'
import type { Journal } from '../services/journal.ts'
import type { NetworkCounter } from '../services/networkCounter.ts'
import type { RecentFiles } from '../services/recentFiles.ts'
import type { Recovery } from '../services/recovery.ts'
import type { Opening, SessionFile } from '../services/session.ts'

export type Program = {
  admission: Admission
  engine: EngineHost
  exporter: Exporter
  exports: KeptExports
  counter: NetworkCounter
  recent: RecentFiles
  session: SessionFile
  /** Null when nothing is to be kept: a picture is being taken. */
  journal: Journal | null
  recovery: Recovery
  prints: FilePrints
  /** The layer files that the window reads. */
  watch: FileWatch
  /** The user's own templates for annotations. */
  templates: KeptState<AnnotationTemplate[]>
  /** How layers look when their files are opened. */
  defaultStyles: DefaultStyles
  /** Read once, when the window asks; a reload gets what was kept meanwhile. */
  opening(): Promise<Opening>
  /** Work that the user can cancel, by its job id. */
  jobs: Map<string, AbortController>
  menu: MenuState
  refreshMenu(): void
  closing: Closing
}
