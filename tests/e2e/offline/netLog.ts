/** Chromium's own log of its network: what no sampling can miss. */
import { readFile } from 'node:fs/promises'

/** Kinds of events of which there must be none: a socket is opened, a name is looked up, a datagram is sent. Requests of the network come on top. */
const traces =
  /^(TCP_CONNECT|UDP_CONNECT|UDP_LOCAL_ADDRESS|UDP_BYTES_SENT|SOCKET_OPEN|HOST_RESOLVER_MANAGER_REQUEST|HOST_RESOLVER_MANAGER_JOB|DNS_TRANSACTION|PAC_FILE_DECIDER)/

/** @returns the names of the events that tell of a network, and how many events there are in all */
export async function readNetLog(path: string): Promise<{ events: number; network: string[] }> {
  const text = await readFile(path, 'utf8')
  const log = parse(text)
  const names = new Map(Object.entries(log.constants.logEventTypes).map(([name, number]) => [number, name]))
  const network: string[] = []
  for (const { type, params } of log.events) {
    const name = names.get(type) ?? ''
    if (traces.test(name) || (name === 'URL_REQUEST_START_JOB' && /^(https?|wss?|ftp):/.test(params?.url ?? ''))) {
      network.push(`${name} ${params?.url ?? params?.host ?? params?.address ?? ''}`)
    }
  }
  return { events: log.events.length, network: [...new Set(network)] }
}

type NetLog = {
  constants: { logEventTypes: Record<string, number> }
  events: { type: number; params?: { url?: string; host?: string; address?: string } }[]
}

/** The end is missing when the browser had no time to write it. */
function parse(text: string): NetLog {
  try {
    return JSON.parse(text) as NetLog
  } catch {
    return JSON.parse(`${text.trimEnd().replace(/,$/, '')}]}`) as NetLog
  }
}
