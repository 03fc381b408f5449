/** Medians of several sides as figures: ours against each of the peers. */
import type { Measured, Unit } from './bench.ts'
import type { Medians } from './inTurn.ts'

type Wanted = { figure: string; /** Name in the medians. */ of: string; unit: Unit }

/** @param peers names to be shown, by side; those that were not measured are left out @throws when we ourselves gave no figures */
export function* againstPeers(
  sides: Readonly<Record<string, Medians | undefined>>,
  peers: Readonly<Record<string, string>>,
  wanted: readonly Wanted[],
): Generator<Measured> {
  const ours = sides['ours']
  if (ours === null || ours === undefined) throw new Error('Ours gave no figures.')
  for (const { figure, of, unit } of wanted) {
    const value = ours[of] ?? Number.NaN
    let alone = true
    for (const [side, peerName] of Object.entries(peers)) {
      const medians = sides[side]
      if (medians === undefined) continue
      alone = false
      const peer = medians?.[of] ?? null
      yield { figure, ours: value, peer, peerName, unit, ...(medians === null ? { note: 'the peer gave no answer' } : {}) }
    }
    if (alone) yield { figure, ours: value, peer: null, peerName: null, unit }
  }
}
