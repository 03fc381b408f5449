/** Where annotations stand in their list. Most stand where they stood when they were last looked for, and are found there without going through thousands. */
import type { Annotation } from '../../../electron/contract/annotation.ts'

/** By id: only a guess, which is looked at before it is believed. */
const lastPlaces = new Map<string, number>()
/** What was guessed of maps that are closed is forgotten some day. */
const maxGuesses = 20_000

/** @returns the places of the annotations with these ids, from the bottom; those that are not there are left out */
export function placesOf(list: readonly Annotation[], ids: readonly string[]): number[] {
  const places = new Set<number>()
  const missed = new Set<string>()
  for (const id of ids) {
    const guess = lastPlaces.get(id)
    if (guess !== undefined && list[guess]?.id === id) places.add(guess)
    else missed.add(id)
  }
  if (missed.size > 0) {
    if (lastPlaces.size + missed.size > maxGuesses) lastPlaces.clear()
    for (let place = 0; place < list.length; place += 1) {
      const id = list[place]?.id
      if (id === undefined || !missed.has(id)) continue
      places.add(place)
      lastPlaces.set(id, place)
    }
  }
  return [...places].toSorted((a, b) => a - b)
}
