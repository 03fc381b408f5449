/** The six bases of the demo map: what was reported of each, and where its position comes from. */

export const report = {
  source: 'SouthFront, “U.S.-Led International Coalition Military Bases In Iraq (Map Update)”, status of September 2020',
  source_url: 'https://maps.southfront.org/u-s-led-international-coalition-military-bases-in-iraq-map-update/',
}

const airfield = 'Reference point of the airfield; the base reaches some kilometres around it.'

/**
 * `airport` is the identifier under which OurAirports has the position; a base without one has `position` and says in `position_source` who gives it.
 * In the order of the handovers, then the bases that are still held.
 */
export const bases = [
  {
    id: 'qayyara',
    name: 'Qayyara Air Base',
    name_ar: 'قاعدة القيارة الجوية',
    other_names: 'Qayyarah West; Q-West',
    status: 'transferred',
    date: '2020-03-26',
    note: 'The coalition said that it had handed the base over to Iraqi forces on 26 March 2020.',
    governorate: 'Nineveh',
    airport: 'ORQW',
    position_precision: airfield,
  },
  {
    id: 'k1',
    name: 'K1 Base',
    name_ar: 'قاعدة كي وان',
    other_names: 'K-1 Air Base; Kaywan',
    status: 'transferred',
    date: '2020-03-29',
    note: 'The coalition said that it had handed the base over to Iraqi forces on 29 March 2020. North-west of the city of Kirkuk; not the airfield in the city (ICAO ORKK).',
    governorate: 'Kirkuk',
    position: [44.28417, 35.5125],
    position_source: 'Entered by hand after Wikipedia, “K-1 Air Base”: 35°30′45″N 44°17′03″E',
    position_precision: 'One point for the whole base, not surveyed; take it as good to about 2 km.',
  },
  {
    id: 'taqaddum',
    name: 'Taqaddum Air Base',
    name_ar: 'قاعدة التقدم الجوية (الحبانية)',
    other_names: 'Al Taqaddum; Habbaniyah; TQ',
    status: 'transferred',
    date: '2020-04-04',
    note: 'The coalition said that it had handed the base, at Habbaniyah, over to Iraqi forces on 4 April 2020.',
    governorate: 'Al Anbar',
    airport: 'ORAT',
    position_precision: airfield,
  },
  {
    id: 'taji',
    name: 'Camp Taji',
    name_ar: 'معسكر التاجي',
    other_names: 'Al Taji Army Air Field',
    status: 'transferred',
    date: '2020-09-23',
    note: 'The coalition said that it had handed the camp over to Iraqi forces on 23 September 2020.',
    governorate: 'Baghdad',
    airport: 'ORTI',
    position_precision:
      'Reference point of the airfield; the camp lies around it. Taji district is counted to Baghdad; the generalised governorate outlines draw it in Saladin.',
  },
  {
    id: 'ain-al-asad',
    name: 'Ain al-Asad Air Base',
    name_ar: 'قاعدة عين الأسد الجوية',
    other_names: 'Al Asad Air Base',
    status: 'held',
    date: null,
    note: 'Still held; one of the bases on which the coalition consolidates its forces.',
    governorate: 'Al Anbar',
    airport: 'ORAA',
    position_precision: airfield,
  },
  {
    id: 'camp-victory',
    name: 'Camp Victory',
    name_ar: 'معسكر فيكتوري',
    other_names: 'Camp al-Nasr; part of the Victory Base Complex',
    status: 'held',
    date: null,
    note: 'Still held; one of the bases on which the coalition consolidates its forces. Beside Baghdad International Airport (ICAO ORBI).',
    governorate: 'Baghdad',
    position: [44.25611, 33.28389],
    position_source: 'Entered by hand after Wikipedia, “Al-Faw Palace”, a building inside the camp: 33°17′02″N 44°15′22″E',
    position_precision: 'One building stands for the whole camp, which lies east of the runways; take it as good to about 2 km.',
  },
]
