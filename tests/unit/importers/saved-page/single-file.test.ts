import { describe, expect, it } from 'vitest'
import { savedWith } from '../../../../src/importers/saved-page/single-file.ts'

describe('a page that was saved', () => {
  it('by SingleFile says from where and when, in whatever language the time zone is named', () => {
    const page = `<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile
 url: https://tides.example/log?a=1
 saved date: Mon Oct 05 2026 09:12:04 GMT+0200 (Mitteleuropäische Sommerzeit)
--><meta charset=utf-8>`
    expect(savedWith(page)).toEqual({
      url: 'https://tides.example/log?a=1',
      savedAt: '2026-10-05T07:12:04.000Z',
    })
  })

  it('by a browser says from where', () => {
    const page = '<!-- saved from url=(0026)https://tides.example/log/ --><html>'
    expect(savedWith(page)).toEqual({ url: 'https://tides.example/log/', savedAt: null })
  })

  it('by something else says nothing', () => {
    expect(savedWith('<html><!-- url: https://tides.example/ -->')).toBeNull()
  })
})
