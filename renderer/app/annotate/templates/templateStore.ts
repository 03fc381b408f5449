/** The user's own templates, as they are kept in his data folder. */
import { createStore } from 'zustand/vanilla'
import type { Annotation, AnnotationTemplate } from '../../../../electron/contract/annotation.ts'
import { call } from '../../../bridge/index.ts'
import { templateFrom } from '../../../document/annotations/templates.ts'
import { notify, notifyRefusal } from '../../../store/noticeStore.ts'
import { refusalOf } from '../../../store/sourceStore.ts'

export const templateStore = createStore<{ own: readonly AnnotationTemplate[] }>(() => ({ own: [] }))

export async function readTemplates(): Promise<void> {
  try {
    templateStore.setState({ own: await call('templates.list', {}) })
  } catch (error) {
    notifyRefusal(refusalOf(error))
  }
}

/** @param name the annotation's when it is blank; a template of the same name is replaced */
export async function keepTemplate(annotation: Annotation, name: string): Promise<void> {
  const template = templateFrom(annotation, name)
  await keep([...templateStore.getState().own.filter((one) => one.name !== template.name), template])
  notify(`Template “${template.name}” kept.`)
}

export async function deleteTemplate(id: string): Promise<void> {
  await keep(templateStore.getState().own.filter((one) => one.id !== id))
}

async function keep(own: readonly AnnotationTemplate[]): Promise<void> {
  const before = templateStore.getState().own
  templateStore.setState({ own })
  try {
    await call('templates.keep', { templates: [...own] })
  } catch (error) {
    templateStore.setState({ own: before })
    notifyRefusal(refusalOf(error))
  }
}
