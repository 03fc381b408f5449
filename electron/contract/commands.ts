/**
 * Every command a user can give, once. The native menu, the command palette and the keyboard are made from this table; what a command does is written in
 * `renderer/app/commands`.
 */
export type MenuName = 'File' | 'Edit' | 'View' | 'Layer' | 'Annotate' | 'Help'

export type CommandSpec = {
  /** As in a menu; an ellipsis when a dialog follows. */
  label: string
  menu: MenuName
  /** Electron accelerator. */
  keys?: string
  /** Begins a new block of its menu. */
  separated?: true
  /** Shown with a tick when it is on. */
  toggle?: 'checkbox' | 'radio'
  /** Submenu of its menu. */
  under?: string
}

const table = {
  'document.new': { label: 'New Map', menu: 'File', keys: 'CmdOrCtrl+N' },
  'document.open': { label: 'Open Map…', menu: 'File', keys: 'CmdOrCtrl+O' },
  'document.demo': { label: 'Open the Demo Map', menu: 'File' },
  'layers.add': { label: 'Add Layer…', menu: 'File', keys: 'CmdOrCtrl+Shift+O', separated: true },
  'document.save': { label: 'Save', menu: 'File', keys: 'CmdOrCtrl+S', separated: true },
  'document.saveAs': { label: 'Save As…', menu: 'File', keys: 'CmdOrCtrl+Shift+S' },
  'document.export': { label: 'Export…', menu: 'File', keys: 'CmdOrCtrl+E', separated: true },
  'document.reveal': { label: 'Show in Folder', menu: 'File' },
  'edit.undo': { label: 'Undo', menu: 'Edit', keys: 'CmdOrCtrl+Z' },
  'edit.redo': { label: 'Redo', menu: 'Edit', keys: 'CmdOrCtrl+Shift+Z' },
  'palette.open': { label: 'Command Palette…', menu: 'View', keys: 'CmdOrCtrl+K' },
  'view.zoomIn': { label: 'Zoom In', menu: 'View', keys: 'CmdOrCtrl+Plus', separated: true },
  'view.zoomOut': { label: 'Zoom Out', menu: 'View', keys: 'CmdOrCtrl+-' },
  'view.rectangle': { label: 'Zoom to Rectangle', menu: 'View', keys: 'CmdOrCtrl+R' },
  'view.home': { label: 'Home', menu: 'View', keys: 'CmdOrCtrl+Home' },
  'view.all': { label: 'Zoom to All Layers', menu: 'View', keys: 'CmdOrCtrl+0' },
  'view.back': { label: 'Previous View', menu: 'View', keys: 'Alt+Left', separated: true },
  'view.forward': { label: 'Next View', menu: 'View', keys: 'Alt+Right' },
  'view.north': { label: 'North Up', menu: 'View', keys: 'CmdOrCtrl+Shift+N' },
  'view.rotateLeft': { label: 'Rotate Left', menu: 'View', keys: 'CmdOrCtrl+Alt+Left' },
  'view.rotateRight': { label: 'Rotate Right', menu: 'View', keys: 'CmdOrCtrl+Alt+Right' },
  'bookmark.add': { label: 'Bookmark This View', menu: 'View', keys: 'CmdOrCtrl+B', separated: true },
  'bookmark.show': { label: 'View Bookmarks…', menu: 'View', keys: 'CmdOrCtrl+Shift+B' },
  'basemap.light': { label: 'Light', menu: 'View', under: 'Basemap', toggle: 'radio', separated: true },
  'basemap.dark': { label: 'Dark', menu: 'View', under: 'Basemap', toggle: 'radio' },
  'basemap.print': { label: 'Print', menu: 'View', under: 'Basemap', toggle: 'radio' },
  'basemap.relief': { label: 'Relief', menu: 'View', under: 'Basemap', toggle: 'radio' },
  'basemap.none': { label: 'None', menu: 'View', under: 'Basemap', toggle: 'radio' },
  'labels.english': { label: 'English', menu: 'View', under: 'Place Names', toggle: 'radio' },
  'labels.local': { label: 'Local', menu: 'View', under: 'Place Names', toggle: 'radio' },
  'labels.both': { label: 'Both', menu: 'View', under: 'Place Names', toggle: 'radio' },
  'panel.layers': { label: 'Layers Panel', menu: 'View', keys: 'CmdOrCtrl+L', toggle: 'checkbox', separated: true },
  'coordinates.next': { label: 'Next Coordinate Format', menu: 'View' },
  'coordinates.copy': { label: 'Copy Coordinates of the Map Centre', menu: 'View' },
  'layer.zoom': { label: 'Zoom to Layer', menu: 'Layer' },
  'layer.rename': { label: 'Rename…', menu: 'Layer' },
  'layer.style': { label: 'Style…', menu: 'Layer' },
  'layer.table': { label: 'Open Attribute Table', menu: 'Layer', keys: 'F6' },
  'layer.filter': { label: 'Filter…', menu: 'Layer', keys: 'CmdOrCtrl+F' },
  'layer.export': { label: 'Export Layer…', menu: 'Layer' },
  'layer.problems': { label: 'Show Problems…', menu: 'Layer' },
  'layer.reload': { label: 'Reload', menu: 'Layer' },
  'layer.up': { label: 'Move Up', menu: 'Layer', separated: true },
  'layer.down': { label: 'Move Down', menu: 'Layer' },
  'layer.group': { label: 'Group', menu: 'Layer' },
  'layer.ungroup': { label: 'Ungroup', menu: 'Layer' },
  'layer.remove': { label: 'Remove', menu: 'Layer', separated: true },
  'cache.clear': { label: 'Clear Cache', menu: 'Layer', separated: true },
  'tool.select': { label: 'Select', menu: 'Annotate', under: 'Tools', keys: 'V', toggle: 'checkbox' },
  'tool.point': { label: 'Point', menu: 'Annotate', under: 'Tools', keys: 'P', toggle: 'checkbox' },
  'tool.symbol': { label: 'Symbol', menu: 'Annotate', under: 'Tools', keys: 'S', toggle: 'checkbox' },
  'tool.text': { label: 'Text', menu: 'Annotate', under: 'Tools', keys: 'T', toggle: 'checkbox' },
  'tool.callout': { label: 'Callout', menu: 'Annotate', under: 'Tools', keys: 'C', toggle: 'checkbox' },
  'tool.line': { label: 'Line', menu: 'Annotate', under: 'Tools', keys: 'L', toggle: 'checkbox' },
  'tool.arrow': { label: 'Arrow', menu: 'Annotate', under: 'Tools', keys: 'A', toggle: 'checkbox' },
  'tool.freehand': { label: 'Freehand', menu: 'Annotate', under: 'Tools', keys: 'F', toggle: 'checkbox' },
  'tool.polygon': { label: 'Polygon', menu: 'Annotate', under: 'Tools', keys: 'G', toggle: 'checkbox' },
  'tool.rectangle': { label: 'Rectangle', menu: 'Annotate', under: 'Tools', keys: 'R', toggle: 'checkbox' },
  'tool.circle': { label: 'Circle', menu: 'Annotate', under: 'Tools', keys: 'O', toggle: 'checkbox' },
  'tool.rings': { label: 'Range rings', menu: 'Annotate', under: 'Tools', keys: 'Shift+O', toggle: 'checkbox' },
  'tool.image': { label: 'Image', menu: 'Annotate', under: 'Tools', keys: 'I', toggle: 'checkbox' },
  'tool.measure': { label: 'Measure', menu: 'Annotate', under: 'Tools', keys: 'M', toggle: 'checkbox' },
  'annotate.snapping': { label: 'Snapping', menu: 'Annotate', keys: 'N', toggle: 'checkbox' },
  'panel.annotations': { label: 'List of Annotations', menu: 'Annotate', toggle: 'checkbox' },
  'annotation.selectAll': { label: 'Select All Annotations', menu: 'Annotate', separated: true },
  'annotation.zoom': { label: 'Zoom to Selected', menu: 'Annotate' },
  'annotation.duplicate': { label: 'Duplicate', menu: 'Annotate', keys: 'CmdOrCtrl+D' },
  'annotation.rotateRight': { label: '15° Right', menu: 'Annotate', under: 'Rotate' },
  'annotation.rotateLeft': { label: '15° Left', menu: 'Annotate', under: 'Rotate' },
  'annotation.rotateQuarter': { label: '90° Right', menu: 'Annotate', under: 'Rotate' },
  'annotation.rotateHalf': { label: '180°', menu: 'Annotate', under: 'Rotate' },
  'annotation.enlarge': { label: 'Larger by a Tenth', menu: 'Annotate', under: 'Scale' },
  'annotation.reduce': { label: 'Smaller by a Tenth', menu: 'Annotate', under: 'Scale' },
  'annotation.double': { label: 'Twice as Large', menu: 'Annotate', under: 'Scale' },
  'annotation.halve': { label: 'Half as Large', menu: 'Annotate', under: 'Scale' },
  'annotation.alignLeft': { label: 'Left', menu: 'Annotate', under: 'Align' },
  'annotation.alignCentre': { label: 'Centre', menu: 'Annotate', under: 'Align' },
  'annotation.alignRight': { label: 'Right', menu: 'Annotate', under: 'Align' },
  'annotation.alignTop': { label: 'Top', menu: 'Annotate', under: 'Align' },
  'annotation.alignMiddle': { label: 'Middle', menu: 'Annotate', under: 'Align' },
  'annotation.alignBottom': { label: 'Bottom', menu: 'Annotate', under: 'Align' },
  'annotation.distributeAcross': { label: 'Distribute Across', menu: 'Annotate', under: 'Align' },
  'annotation.distributeDown': { label: 'Distribute Down', menu: 'Annotate', under: 'Align' },
  'annotation.lock': { label: 'Lock', menu: 'Annotate', keys: 'CmdOrCtrl+Alt+L', toggle: 'checkbox' },
  'annotation.forward': { label: 'Bring Forward', menu: 'Annotate', keys: 'CmdOrCtrl+]', separated: true },
  'annotation.backward': { label: 'Send Backward', menu: 'Annotate', keys: 'CmdOrCtrl+[' },
  'annotation.front': { label: 'Bring to Front', menu: 'Annotate', keys: 'CmdOrCtrl+Alt+]' },
  'annotation.back': { label: 'Send to Back', menu: 'Annotate', keys: 'CmdOrCtrl+Alt+[' },
  'annotation.delete': { label: 'Delete', menu: 'Annotate', separated: true },
  'annotations.import': { label: 'Import Annotations…', menu: 'Annotate', separated: true },
  'annotations.exportGeoJson': { label: 'GeoJSON…', menu: 'Annotate', under: 'Export Annotations' },
  'annotations.exportKml': { label: 'KML…', menu: 'Annotate', under: 'Export Annotations' },
  'annotations.exportCsv': { label: 'CSV Table…', menu: 'Annotate', under: 'Export Annotations' },
  'network.show': { label: 'Offline Report', menu: 'Help' },
  'help.shortcuts': { label: 'Keyboard Shortcuts', menu: 'Help', keys: 'CmdOrCtrl+/' },
  'help.about': { label: 'About Cartouche', menu: 'Help', separated: true },
} as const satisfies Record<string, CommandSpec>

export type CommandId = keyof typeof table

export const commands: Record<CommandId, CommandSpec> = table
export const commandIds = Object.keys(table) as [CommandId, ...CommandId[]]
