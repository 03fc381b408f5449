// `npm run crash`: the kill tests in full. `npm run crash -- 50` kills 50 times at random moments.

const [kills = '200'] = process.argv.slice(2)
process.env.CARTOUCHE_KILLS ??= kills
process.argv = [...process.argv.slice(0, 2), 'crash']
await import('./test.mjs')
