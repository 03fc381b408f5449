/** The map: an OpenLayers map that follows the stores and writes back what the user does with it. The only room that knows OpenLayers. */
export { createMap, type MapHandle } from './mapHandle.ts'
export { formatCoordinate, coordinateForClipboard } from './coordinates/index.ts'
export { formatScale, parseScale, scaleAt } from './scale.ts'
export { symbolPath } from './style/pointSymbols.ts'
export { mmToPx } from './style/millimetres.ts'
export { mapFontFamily, loadMapFonts } from './fonts.ts'
export { drawFrame, paintFrame, type FrameMap } from './frameMap.ts'
export { layersInFrame } from './frameFacts.ts'
