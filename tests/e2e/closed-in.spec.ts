import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, root, test } from './app.ts'
import { lectern } from './command-line.ts'

const story = join(root, 'tests/fixtures/harbour-works.txt')

test('the page is sandboxed, has no Node, and only the bridge', async ({ machine }) => {
  const { app, page } = await machine.start()
  const preferences = await app.evaluate(({ webContents }) => {
    const contents = webContents.getAllWebContents()[0] as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    const { sandbox, contextIsolation, nodeIntegration, webSecurity } = contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, webSecurity }
  })
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
  expect(preferences.webSecurity).not.toBe(false)
  const globals = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
    bridge: Object.keys((window as unknown as { bridge: object }).bridge).sort(),
  }))
  expect(globals).toEqual({ node: [], bridge: ['call', 'listen'] })
})

test('nothing remote is fetched, whatever a story says, and no markup of it runs', async ({ machine }) => {
  const hostile = [
    '# <img src=x onerror="window.ran=1"> Hostile',
    '<script>window.ran=1</script>',
    '![picture](https://example.org/spy.png) and [link](javascript:window.ran=1) and <b onclick="x">bold</b>',
    '<iframe src="https://example.org"></iframe>',
  ].join('\n\n')
  const path = join(machine.folder, 'hostile.md')
  await writeFile(path, hostile)
  const { page } = await machine.start()
  const remote: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith('app://lectern/')) remote.push(request.url())
  })
  const { code } = await lectern(machine, ['add', path])
  expect(code).toBe(0)
  await page.getByRole('row').filter({ hasText: 'Hostile' }).click()
  await expect(page.locator('.article-text')).toContainText('bold')
  const [{ id }] = JSON.parse((await lectern(machine, ['list', '--json'])).out)
  await lectern(machine, ['note', id, '--quote', 'picture', '--body', hostile])
  await expect(page.locator('.card')).toContainText('bold')
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  expect(
    await page.locator('article img, article script, article iframe, .card img, .card script').count(),
  ).toBe(0)
  expect(remote).toEqual([])
})

test('the policy refuses what is not ours, and our own styles break none of it', async ({ machine }) => {
  const { page } = await machine.start(story)
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text())
  })
  for (const keys of ['Control+n', 'Escape', 'Control+k', 'Escape', 'Control+,', 'Escape'])
    await page.keyboard.press(keys)
  expect(refused).toEqual([])
  await page.evaluate(() => {
    const image = document.createElement('img')
    image.src = 'https://example.org/spy.png'
    document.body.append(image)
  })
  await expect.poll(() => refused.length).toBeGreaterThan(0)
  const answer = await page.evaluate(() =>
    fetch('https://example.org').then(
      () => 'fetched',
      () => 'refused',
    ),
  )
  expect(answer).toBe('refused')
})

test('the window goes nowhere and opens nothing', async ({ machine }) => {
  const { app, page } = await machine.start(story)
  await page.evaluate(() => {
    window.open('https://example.org')
    setTimeout(() => (location.href = 'https://example.org'))
  })
  const state = () =>
    app.evaluate(({ webContents }) =>
      webContents
        .getAllWebContents()
        .map((contents) => ({ url: contents.getURL(), isLoading: contents.isLoading() })),
    )
  await expect.poll(state).toEqual([{ url: 'app://lectern/index.html', isLoading: false }])
})

test('the pipe parses what it is given', async ({ machine }) => {
  const { page } = await machine.start()
  const ask = (method: string, input: unknown) =>
    page.evaluate(
      ([name, value]) =>
        (
          window as unknown as { bridge: { call(name: string, value: unknown): Promise<unknown> } }
        ).bridge.call(String(name), value),
      [method, input] as const,
    )
  const refused = { ok: false, error: { code: 'bad-input' } }
  for (const [method, input] of [
    ['constructor', {}],
    ['__proto__', {}],
    ['article.open', { id: '../../etc' }],
    ['article.list', { filter: 'all', query: '', after: null, limit: 1e9 }],
    ['link.open', { href: 7 }],
  ] as const) {
    expect(await ask(method, input)).toMatchObject(refused)
  }
  expect(await ask('link.open', { href: 'file:///etc/passwd' })).toMatchObject({
    error: { code: 'link-refused' },
  })
})

test('a fault that keeps the window from being drawn is told, and the window can be opened again', async ({
  machine,
}) => {
  const { app, page } = await machine.start(story)
  await page.getByText('Harbour works will not pause').first().waitFor()
  await app.evaluate(({ webContents }) => {
    for (const contents of webContents.getAllWebContents())
      contents.send('event', { kind: 'settings-changed', settings: {} })
  })
  await expect(page.getByRole('alert')).toContainText('What was saved is safe')
  await page.getByRole('button', { name: 'Open it again' }).click()
  await expect(page.getByText('Harbour works will not pause').first()).toBeVisible()
})
