/**
 * Military symbols that maps of land conflicts need, by words. Codes: MIL-STD-2525D, 20 digits: version, context, standard identity, symbol set, status,
 * headquarters/task force/dummy, echelon, entity, modifiers.
 */

type Group = 'unit' | 'equipment' | 'installation' | 'activity' | 'air' | 'sea'

export type MilitarySymbol = {
  group: Group
  /** Six digits within its symbol set. */
  entity: string
  name: string
  /** Other words that it is found by. */
  words: string
}

export const symbolSets: Record<Group, { digits: string; name: string }> = {
  unit: { digits: '10', name: 'Units' },
  equipment: { digits: '15', name: 'Equipment' },
  installation: { digits: '20', name: 'Installations' },
  activity: { digits: '40', name: 'Activities and events' },
  air: { digits: '01', name: 'Aircraft' },
  sea: { digits: '30', name: 'Ships' },
}

export const affiliations = [
  { id: 'friend', name: 'Friend', digit: '3' },
  { id: 'hostile', name: 'Hostile', digit: '6' },
  { id: 'neutral', name: 'Neutral', digit: '4' },
  { id: 'unknown', name: 'Unknown', digit: '1' },
] as const
export type Affiliation = (typeof affiliations)[number]['id']

export const echelons = [
  { digits: '00', name: 'None' },
  { digits: '11', name: 'Team' },
  { digits: '12', name: 'Squad' },
  { digits: '13', name: 'Section' },
  { digits: '14', name: 'Platoon' },
  { digits: '15', name: 'Company' },
  { digits: '16', name: 'Battalion' },
  { digits: '17', name: 'Regiment' },
  { digits: '18', name: 'Brigade' },
  { digits: '21', name: 'Division' },
  { digits: '22', name: 'Corps' },
  { digits: '23', name: 'Army' },
] as const

/** Group, entity, name, other words. */
const table: Record<Group, readonly (readonly [entity: string, name: string, words?: string])[]> = {
  unit: [
    ['121100', 'Infantry', 'rifle foot'],
    ['121102', 'Mechanized infantry', 'armoured ifv apc'],
    ['121104', 'Motorized infantry', 'trucks'],
    ['120500', 'Armour', 'tank tanks armored'],
    ['121000', 'Combined arms', ''],
    ['121300', 'Reconnaissance', 'cavalry scouts recon'],
    ['121700', 'Special forces', 'sf commando'],
    ['121800', 'Special operations forces', 'sof'],
    ['121500', 'Sniper', 'marksman'],
    ['120400', 'Antitank', 'anti-tank antiarmour'],
    ['120100', 'Air assault', 'airmobile helicopter'],
    ['120300', 'Amphibious', 'marines naval infantry'],
    ['120600', 'Rotary wing aviation', 'helicopter army aviation'],
    ['120800', 'Fixed wing aviation', 'aircraft plane air force'],
    ['121900', 'Unmanned systems', 'drone uav uas'],
    ['130100', 'Air defence', 'sam anti-aircraft'],
    ['130300', 'Field artillery', 'howitzer guns'],
    ['130301', 'Self-propelled artillery', 'howitzer'],
    ['130700', 'Missile', 'ballistic rocket'],
    ['130800', 'Mortar', 'indirect fire'],
    ['121200', 'Observation', 'observer observation post'],
    ['140700', 'Engineer', 'sappers pioneers'],
    ['140800', 'Explosive ordnance disposal', 'eod bomb'],
    ['141400', 'Mine clearing', 'demining'],
    ['140100', 'CBRN', 'chemical biological radiological nuclear nbc'],
    ['141200', 'Military police', 'mp'],
    ['141700', 'Security', 'guard'],
    ['141800', 'Search and rescue', 'sar'],
    ['150500', 'Electronic warfare', 'ew jamming'],
    ['151000', 'Military intelligence', 'intel'],
    ['150200', 'Counter-intelligence', ''],
    ['151200', 'Sensor', 'radar'],
    ['111000', 'Signal', 'communications'],
    ['110000', 'Command and control', 'headquarters hq command post c2'],
    ['110200', 'Civil affairs', ''],
    ['110300', 'Civil-military cooperation', 'cimic'],
    ['160600', 'Combat service support', 'logistics'],
    ['160000', 'Sustainment', 'logistics supply'],
    ['163400', 'Supply', 'depot logistics'],
    ['163600', 'Transportation', 'convoy trucks'],
    ['161100', 'Maintenance', 'repair workshop'],
    ['161300', 'Medical', 'hospital ambulance'],
    ['161400', 'Medical treatment facility', 'hospital field hospital'],
    ['160400', 'Ammunition', 'munitions'],
    ['162500', 'Petroleum, oil and lubricants', 'fuel pol'],
    ['164700', 'Water', ''],
    ['170100', 'Naval', 'navy'],
    ['200000', 'Law enforcement', 'police'],
    ['200200', 'Border patrol', 'frontier guard'],
    ['201300', 'Internal security force', 'gendarmerie police militia'],
    ['180400', 'Multinational', 'coalition'],
    ['210000', 'Cyber', ''],
  ],
  equipment: [
    ['120200', 'Tank', 'main battle tank mbt armour'],
    ['120101', 'Armoured fighting vehicle', 'ifv infantry fighting vehicle'],
    ['120103', 'Armoured personnel carrier', 'apc'],
    ['190000', 'Mine-protected vehicle', 'mrap'],
    ['140100', 'Utility vehicle', 'humvee jeep truck'],
    ['140600', 'Semi-trailer truck', 'lorry logistics'],
    ['160100', 'Civilian car', 'automobile'],
    ['160200', 'Pick-up truck', 'technical open-bed'],
    ['160800', 'Known insurgent vehicle', 'technical'],
    ['110100', 'Rifle', 'small arms'],
    ['110200', 'Machine gun', ''],
    ['110300', 'Grenade launcher', ''],
    ['110500', 'Air defence gun', 'anti-aircraft aaa zu-23'],
    ['110600', 'Antitank gun', ''],
    ['110900', 'Howitzer', 'artillery gun'],
    ['111100', 'Surface-to-air missile launcher', 'sam air defence'],
    ['111200', 'Antitank missile launcher', 'atgm'],
    ['111300', 'Surface-to-surface missile launcher', 'ballistic tel'],
    ['111400', 'Mortar', ''],
    ['111500', 'Single rocket launcher', 'rpg'],
    ['111600', 'Multiple rocket launcher', 'mlrs grad katyusha'],
    ['130100', 'Bridge', 'crossing'],
    ['130800', 'Earthmover', 'digger excavator'],
    ['131100', 'Bulldozer', 'dozer berm'],
    ['210100', 'Land mine', ''],
    ['210300', 'Antitank mine', ''],
    ['210400', 'Improvised explosive device', 'ied bomb'],
    ['220300', 'Radar', 'sensor'],
    ['201000', 'Laser', ''],
    ['200100', 'Antenna', 'broadcast communications'],
    ['201302', 'Military tent', 'camp'],
    ['150100', 'Locomotive', 'train'],
  ],
  installation: [
    ['120802', 'Military base', 'camp garrison fob barracks'],
    ['121301', 'Airport or air base', 'airfield airbase runway'],
    ['121305', 'Helicopter landing site', 'heliport lz'],
    ['121309', 'Sea port', 'harbour'],
    ['121303', 'Bus station', 'transport'],
    ['121307', 'Railway station', 'railhead train'],
    ['121313', 'Tunnel', ''],
    ['121312', 'Traffic inspection', 'checkpoint'],
    ['110300', 'Ammunition storage', 'ammo dump depot'],
    ['110701', 'Bridge', ''],
    ['110900', 'Government leadership', 'ministry palace'],
    ['111100', 'Mass grave', ''],
    ['111300', 'Mine', 'quarry'],
    ['111400', 'Missile site', 'launcher'],
    ['111500', 'Nuclear facility', 'reactor radioactive'],
    ['111700', 'Safe house', 'hideout'],
    ['111901', 'Displaced persons camp', 'refugee idp tent'],
    ['111902', 'Training camp', 'tent'],
    ['112000', 'Warehouse or storage', 'depot'],
    ['112100', 'Law enforcement', 'police station'],
    ['112108', 'Prison', 'jail detention'],
    ['120301', 'Chemical plant', 'industry'],
    ['120306', 'Industrial site', 'factory plant'],
    ['120402', 'School', 'education'],
    ['120401', 'University', 'college education'],
    ['120500', 'Electric power', 'power station substation grid'],
    ['120503', 'Natural gas facility', 'energy'],
    ['120504', 'Petroleum facility', 'oil refinery field'],
    ['120600', 'Government site', 'administration'],
    ['120701', 'Medical facility', 'clinic'],
    ['120702', 'Hospital', 'medical'],
    ['121004', 'Religious institution', 'mosque church'],
    ['121203', 'Telecommunications tower', 'antenna mast'],
    ['121402', 'Dam', 'water barrage'],
    ['121411', 'Water treatment', 'purification'],
  ],
  activity: [
    ['110400', 'Shooting', 'gunfire clash firefight attack'],
    ['110401', 'Sniping', 'sniper'],
    ['110104', 'Drive-by shooting', ''],
    ['110600', 'Explosion', 'blast strike airstrike'],
    ['110200', 'Bomb', 'bombing'],
    ['110300', 'Improvised explosive device', 'ied'],
    ['110301', 'IED explosion', 'roadside bomb'],
    ['110601', 'Grenade explosion', ''],
    ['110603', 'Mine explosion', 'landmine'],
    ['110604', 'Mortar attack', 'shelling'],
    ['110605', 'Rocket attack', 'shelling'],
    ['160500', 'Vehicle bomb', 'vbied svbied car bomb'],
    ['110101', 'Arrest', 'detention'],
    ['110102', 'Arson or fire', ''],
    ['110108', 'Killing', 'assassination murder'],
    ['110110', 'Riot', 'unrest'],
    ['110114', 'Looting', 'vandalism'],
    ['110119', 'Smuggling', ''],
    ['110122', 'Sabotage', ''],
    ['120100', 'Demonstration', 'protest rally'],
    ['120000', 'Civil disturbance', 'unrest'],
    ['130100', 'Patrol', 'patrolling'],
    ['130300', 'Search', 'searching cordon'],
    ['130500', 'Mine laying', ''],
    ['131000', 'Meeting', 'talks'],
    ['131001', 'Polling place', 'election vote'],
    ['131100', 'Raid on a house', ''],
    ['131202', 'Food distribution', 'aid relief'],
    ['150115', 'Unexploded ordnance', 'uxo'],
    ['150101', 'Chemical agent', 'gas'],
    ['170202', 'Flood', ''],
    ['170103', 'Earthquake', 'epicentre'],
    ['140000', 'Fire', ''],
  ],
  air: [
    ['110100', 'Fixed wing aircraft', 'plane military'],
    ['110102', 'Attack aircraft', 'strike'],
    ['110103', 'Bomber', ''],
    ['110104', 'Fighter', 'jet'],
    ['110107', 'Transport aircraft', 'cargo airlift'],
    ['110109', 'Tanker aircraft', 'refuelling'],
    ['110111', 'Reconnaissance aircraft', 'surveillance isr'],
    ['110116', 'Airborne early warning', 'awacs'],
    ['110200', 'Helicopter', 'rotary wing'],
    ['110300', 'Unmanned aerial vehicle', 'drone uav ucav'],
    ['120100', 'Civilian aircraft', 'airliner plane'],
  ],
  sea: [
    ['120100', 'Aircraft carrier', ''],
    ['120203', 'Destroyer', ''],
    ['120204', 'Frigate', ''],
    ['120205', 'Corvette', ''],
    ['120300', 'Amphibious warfare ship', 'landing'],
    ['120500', 'Patrol vessel', 'coast guard boat'],
    ['120402', 'Minesweeper', ''],
    ['130108', 'Cargo ship', 'auxiliary'],
  ],
}

export const militarySymbols: readonly MilitarySymbol[] = (Object.keys(table) as Group[]).flatMap((group) =>
  table[group].map(([entity, name, words = '']) => ({ group, entity, name, words })),
)

/** SIDC. Ships, aircraft, installations and events have no echelon. */
export function codeOf({ group, entity }: MilitarySymbol, affiliation: Affiliation, echelon = '00'): string {
  const identity = affiliations.find(({ id }) => id === affiliation)?.digit ?? '1'
  return `100${identity}${symbolSets[group].digits}00${group === 'unit' ? echelon : '00'}${entity}0000`
}

export type ReadCode = { symbol: MilitarySymbol | null; affiliation: Affiliation; echelon: string }

/** What a code says. The symbol is null for one that is not in the table. */
export function readCode(code: string): ReadCode {
  const [identity, set, echelon, entity] = [code.slice(3, 4), code.slice(4, 6), code.slice(8, 10), code.slice(10, 16)]
  return {
    symbol: militarySymbols.find((one) => symbolSets[one.group].digits === set && one.entity === entity) ?? null,
    affiliation: affiliations.find(({ digit }) => digit === identity)?.id ?? 'unknown',
    echelon: echelons.some(({ digits }) => digits === echelon) ? echelon : '00',
  }
}
