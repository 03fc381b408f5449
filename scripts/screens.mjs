// Virtual screens for windows that are tested at the same time: each is alone on its own, so that none covers another or takes its keyboard.

import { spawn } from 'node:child_process'

/**
 * Starts X servers without a screen that can be seen.
 * @param {number} count
 * @returns {Promise<{ displays: string[], close: () => void }>} what DISPLAY is on each, and how they end
 * @throws an error when Xvfb is missing or does not start
 */
export async function openScreens(count, { width, height } = { width: 1600, height: 1000 }) {
  const servers = Array.from({ length: count }, () => openScreen(width, height))
  const close = () => servers.forEach(({ child }) => child.kill())
  try {
    return { displays: await Promise.all(servers.map(({ display }) => display)), close }
  } catch (error) {
    close()
    throw error
  }
}

/** The server looks for a free number by itself, and writes it when it is ready. */
function openScreen(width, height) {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const display = new Promise((done, fail) => {
    let said = ''
    child.stdio[3].setEncoding('utf8').on('data', (text) => {
      said += text
      if (said.endsWith('\n')) done(`:${said.trim()}`)
    })
    child.on('error', (error) => fail(new Error(`Xvfb does not start: ${error.message}`)))
    child.on('exit', (code) => fail(new Error(`Xvfb ended before it was ready (${code}).`)))
  })
  return { child, display }
}
