/**
 * What was reported of the country as a whole. Such a fact has no place of its own: the points stand in the empty western desert, where they can be read,
 * and each record says so.
 */
const placement = 'Placed by hand in the western desert, to be read there; not the place of the fact.'

export const reportedFacts = [
  {
    id: 'us-troops',
    name: 'U.S. troops: 5,200 to 3,000',
    subject: 'U.S. troops in Iraq',
    figure: 5200,
    figure_announced: 3000,
    date: '2020-09-09',
    note: 'About 5,200; it was announced on 9 September 2020 that the number would fall to 3,000 in the same month.',
    place: 'Iraq',
    corroboration:
      'Statement of the commander of U.S. Central Command, 9 September 2020, reported by ABC News, “U.S. reducing number of troops in Iraq from 5,200 to 3,000”',
    position: [40.6, 33.15],
    placement,
  },
  {
    id: 'french-troops',
    name: 'French troops: about 600',
    subject: 'French troops in Iraq and Syria (Opération Chammal)',
    figure: 600,
    figure_announced: null,
    date: '2020-09',
    note: 'About 600 in Iraq and Syria together; how many of them are in Iraq is not said.',
    place: 'Iraq and Syria',
    corroboration: null,
    position: [40.6, 32.75],
    placement,
  },
  {
    id: 'council-resolution',
    name: 'Parliament: expel foreign troops',
    subject: 'Resolution of the Iraqi Council of Representatives',
    figure: null,
    figure_announced: null,
    date: '2020-01',
    note: 'The Council of Representatives adopted a non-binding resolution in January 2020 to expel foreign troops.',
    place: 'Baghdad',
    corroboration: null,
    position: [40.6, 32.35],
    placement,
  },
]
