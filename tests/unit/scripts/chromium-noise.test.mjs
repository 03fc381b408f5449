import { expect, test } from 'vitest'
import { isNoise, withoutNoise } from '../../../scripts/chromium-noise.mjs'

test.each([
  '[30284:1123/024531.499560:ERROR:dbus/bus.cc:405] Failed to connect to the bus: Failed to connect to socket /run/dbus/system_bus_socket: No such file or directory',
  '[412:0924/101500.123456:ERROR:bus.cc(398)] Failed to connect to the bus',
  '[412:412:0924/101500.123456:ERROR:gpu_process_host.cc(991)] GPU process exited unexpectedly: exit_code=15',
  '[30286:0100/000000.182575:ERROR:content/zygote/zygote_linux.cc:630] Zygote could not fork: process_type gpu-process numfds 4 child_pid -1',
  '[1:0924/101500.123456:WARNING:ui/gl/gl_surface_egl.cc:12] no extension',
  '[1:0924/101500.123456:ERROR:components/viz/service/main/viz_main_impl.cc:196] Exiting GPU process due to errors during initialization',
  '(electron:412): Gtk-WARNING **: 10:15:00.123: Theme parsing error',
  '[12338:1123/030124.492068:FATAL:electron/shell/browser/electron_browser_main_parts.cc:524] Failed to shutdown.',
  'libva error: vaGetDriverNameByIndex() failed with unknown libva error',
])('%s is noise', (line) => {
  expect(isNoise(line)).toBe(true)
})

test.each([
  'bases.geojson is not there. Check whether it was moved or renamed.',
  'cartouche export: there is no option --dip. Did you mean --dpi?',
  '[1:0924/101500.123456:FATAL:content/browser/gpu/gpu_data_manager_impl_private.cc:448] GPU process isn’t usable. Goodbye.',
  '[1:0924/101500.123456:ERROR:base/files/file.cc:5] The disk is full.',
  'gpu.geojson ends in the middle of a feature, at line 2.',
  '',
])('“%s” is not', (line) => {
  expect(isNoise(line)).toBe(false)
})

test('lines that come in pieces are put together, and the last one needs no line break', () => {
  let written = ''
  const filter = withoutNoise((text) => {
    written += text
  })
  for (const piece of [
    'The out',
    'put folder\nis re',
    'ad-only.\n[1:0924/101500.123456:ERROR:db',
    'us/bus.cc:4] Failed\nNo map',
    ' was written.',
  ])
    filter.take(piece)
  filter.end()
  expect(written).toBe('The output folder\nis read-only.\nNo map was written.')
})
