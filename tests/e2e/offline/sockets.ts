/** The sockets of a program and of every process that it started, as the Linux kernel lists them. Needs no tool. */
import { readdir, readFile, readlink } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

export type OpenSocket = { pid: number; protocol: 'tcp' | 'tcp6' | 'udp' | 'udp6'; local: string; remote: string }

const protocols = ['tcp', 'tcp6', 'udp', 'udp6'] as const

/** A process and its descendants. */
export async function processTree(root: number): Promise<number[]> {
  const parents = new Map<number, number>()
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    // The name of the program stands in brackets and may hold anything.
    const parent = /^\S+ \(.*\) \S (\d+) /s.exec(stat)?.[1]
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  const tree = [root]
  for (const pid of tree) for (const [child, parent] of parents) if (parent === pid) tree.push(child)
  return tree
}

/** Sockets of TCP and UDP that a process holds. */
async function socketsOf(pid: number): Promise<OpenSocket[]> {
  const held = new Set<string>()
  for (const fd of await readdir(`/proc/${pid}/fd`).catch(() => [])) {
    const inode = /^socket:\[(\d+)\]$/.exec(await readlink(`/proc/${pid}/fd/${fd}`).catch(() => ''))?.[1]
    if (inode !== undefined) held.add(inode)
  }
  if (held.size === 0) return []
  const found: OpenSocket[] = []
  for (const protocol of protocols) {
    // Of the process itself: a sandboxed one may live in a network namespace of its own.
    const table = await readFile(`/proc/${pid}/net/${protocol}`, 'utf8').catch(() => '')
    for (const line of table.split('\n').slice(1)) {
      const [, local, remote, , , , , , , inode] = line.trim().split(/\s+/)
      if (local !== undefined && remote !== undefined && inode !== undefined && held.has(inode)) {
        found.push({ pid, protocol, local: address(local), remote: address(remote) })
      }
    }
  }
  return found
}

/** `0100007F:1F90` is `127.0.0.1:8080`: words of four bytes, each in the machine's order. */
function address(hex: string): string {
  const [host = '', port = ''] = hex.split(':')
  const bytes = (host.match(/.{8}/g) ?? []).flatMap((word) => (word.match(/../g) ?? []).toReversed())
  const isMapped = bytes.length === 16 && bytes.slice(0, 12).join('') === '00000000000000000000ffff'.toUpperCase()
  const v4 = bytes.length === 4 ? bytes : isMapped ? bytes.slice(12) : null
  const text = v4 === null ? bytes.join('').replaceAll(/(.{4})(?!$)/g, '$1:') : v4.map((byte) => parseInt(byte, 16)).join('.')
  return `${v4 === null ? `[${text.toLowerCase()}]` : text}:${parseInt(port, 16)}`
}

const isLoopback = (text: string): boolean => text.startsWith('127.') || text.startsWith('[0000:0000:0000:0000:0000:0000:0000:0001]')
const isNobody = (text: string): boolean => text.startsWith('0.0.0.0:') || text.startsWith('[0000:0000:0000:0000:0000:0000:0000:0000]')

/** A socket that listens to, or talks with, anything but this computer. */
export const isBeyondLoopback = ({ local, remote }: OpenSocket): boolean => !isLoopback(local) || !(isLoopback(remote) || isNobody(remote))

export type Watch = { end(): Promise<{ samples: number; processes: number; sockets: OpenSocket[] }> }

/** Looks at the tree again and again. */
export function watchSockets(root: number, everyMs = 100): Watch {
  const seen = new Map<string, OpenSocket>()
  const pids = new Set<number>()
  let samples = 0
  const over = new AbortController()
  const watching = (async () => {
    while (!over.signal.aborted) {
      for (const pid of await processTree(root)) {
        pids.add(pid)
        for (const socket of await socketsOf(pid)) seen.set(Object.values(socket).join(' '), socket)
      }
      samples += 1
      await wait(everyMs)
    }
  })()
  return {
    end: async () => {
      over.abort()
      await watching
      return { samples, processes: pids.size, sockets: [...seen.values()] }
    },
  }
}
