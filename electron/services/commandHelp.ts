/** What the command line says of `export`, which main runs too. */
import { exportFormats } from '../contract/export.ts'
import { maxPathVertices, maxPixels, maxSidePx } from '../contract/pictureLimits.ts'
import { sizeNames } from '../contract/sizeWords.ts'

export const exportUsage = `export P.cartouche|LAYER… --out FILE.{${exportFormats.join(',')}} [OPTION…]`

/** Ends with a line break. */
export const exportDescription = `Draws a page of a map document, or of a map made from layers, and writes it to a file.
What is written is complete, or not there at all.

  --out FILE        picture to write; its ending says the format: ${exportFormats.map((format) => `.${format}`).join(', ')};
                    given again, another picture of the same map
  --page NAME       a page of the document, or a preset; without it the first page. Given
                    again, each page has a file, with its name after that of --out
  --size SIZE       ${sizeNames.join(', ')},
                    WIDTHxHEIGHTmm (cm, in) or WIDTHxHEIGHTpx; without it the page's own.
                    What is on a page of the document grows or shrinks with it
  --portrait        upright; without it named papers lie as the page does, or on their side
  --dpi N           dots per inch; without it 300 on paper. A size in pixels keeps
                    its pixels; its type grows with N
  --bbox W,S,E,N    ground to show, in degrees; W is greater than E across the antimeridian
  --world-file      beside PNG or JPEG: where the picture lies, for GIS programs (.pgw or
                    .jgw, and .aux.xml with the coordinate system); GeoTIFF has it within
  --transparent     no ground under the page (PNG, SVG, GeoTIFF)
  --json            prints a line of JSON for each file that was written

A picture has at most ${maxSidePx.toLocaleString('en-US')} pixels on a side and ${maxPixels / 1e6} million in all; PDF and SVG have no such limit.
In PDF and SVG a layer of more than ${maxPathVertices.toLocaleString('en-US')} vertices is a picture and not paths; that is said on stderr and under
"notPlaced" of --json.
Layers are shown in the order given, the first on top. After -- every word is a file name.

Exit code: 0 if it was written, 1 if it could not be, 2 for wrong usage.
`

export const exportHelp = `Usage: cartouche ${exportUsage}\n\n${exportDescription}`
