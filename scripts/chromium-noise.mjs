// What Chromium and the libraries of a desktop write to stderr where there is no desktop, and what a script need not read.

/** `[30284:1123/024531.499560:ERROR:dbus/bus.cc:405] …`, in older versions `…:bus.cc(405)] …`. */
const CHROMIUM = /^\[\d+(?::\d+)?:\d{4}\/\d{6}\.\d+:(?:INFO|WARNING|ERROR|VERBOSE\d*):([^\]]*?)[:(]\d+\)?\] /

/** Parts of Chromium that miss a desktop bus, a graphics card, or a process that has ended. */
const HARMLESS = [
  /(^|\/)(dbus\/|bus\.cc|object_proxy\.cc|upower|bluez)/,
  /(^|\/)(gpu|viz|angle|vaapi|vulkan|ozone)/,
  /(^|\/)(gl_|egl_|init_gl|command_buffer|gles2|shared_image|viz_main|direct_composition)/,
  /(^|\/)(zygote|browser_main_loop|system_network_context|ssl_client|network_service_instance)/,
]

/** Lines of libraries, each known by how it begins. */
const LIBRARIES = [
  /^\(\w[\w.-]*:\d+\): (Gtk|GLib|Gdk|dconf|GVFS|libnotify)[\w-]*-(WARNING|CRITICAL|Message)/,
  /^(Gtk-Message|dconf-WARNING|Fontconfig (warning|error)|libva (info|error)|MESA(-LOADER)?: |libEGL warning|libGL error|Warning: vk)/,
  // A signal ends the virtual display together with the program, which then cannot take its leave.
  /^\[[^\]]*:FATAL:[^\]]*electron_browser_main_parts\.cc[^\]]*\] Failed to shutdown/,
]

/** @param {string} line of stderr */
export function isNoise(line) {
  const [, file] = CHROMIUM.exec(line) ?? []
  return file === undefined ? LIBRARIES.some((one) => one.test(line)) : HARMLESS.some((one) => one.test(file))
}

/**
 * Takes pieces of text and hands on whole lines that are no noise.
 * @param {(text: string) => void} write
 */
export function withoutNoise(write) {
  let rest = ''
  return {
    /** @param {string} piece */
    take(piece) {
      const lines = (rest + piece).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (!isNoise(line)) write(`${line}\n`)
    },
    /** What came last may have no line break. */
    end() {
      if (rest !== '' && !isNoise(rest)) write(rest)
      rest = ''
    },
  }
}
