import { useEffect, useState } from 'react'

/** Whether something has been so for a while. */
export function useLasting(isSo: boolean, patienceMs: number): boolean {
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    if (!isSo) {
      setIsLong(false)
      return undefined
    }
    const timer = setTimeout(() => setIsLong(true), patienceMs)
    return () => clearTimeout(timer)
  }, [isSo, patienceMs])
  return isSo && isLong
}
