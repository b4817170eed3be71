/** What was asked for; or null as soon as it is no longer wanted, whatever still goes on behind it. */
export async function unlessStopped<T>(asked: Promise<T>, signal: AbortSignal): Promise<T | null> {
  if (signal.aborted) return null
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(null)
    signal.addEventListener('abort', stop, { once: true })
    void asked.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
