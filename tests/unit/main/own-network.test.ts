import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOwnIp, saysOwn, saysThisMachine } from '../../../main/web/own-network.ts'

test.each([
  'http://127.0.0.1/',
  'http://2130706433/', // a number
  'http://0x7f.1/', // in parts, the first of them hexadecimal
  'http://0177.0.0.1/', // octal
  'http://0.0.0.0:631/',
  'http://10.1.2.3/',
  'http://100.64.0.1/',
  'http://169.254.169.254/latest/meta-data',
  'http://192.168.1.1/',
  'http://255.255.255.255/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::127.0.0.1]/',
  'http://[::ffff:192.168.1.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[64:ff9b::10.0.0.1]/',
  'http://[64:ff9b:1::1]/',
  'http://[2002:7f00:1::]/',
  'http://[fd12:3456::1]/',
  'http://[fe80::1]/',
  'http://localhost/',
  'http://LOCALHOST./',
  'http://tides.localhost/',
  'http://printer.local/',
  'http://nas.home.arpa/',
  'http://wiki.internal/',
  'http://wiki/',
])('%s is of one’s own network', (url) => {
  expect(saysOwn(new URL(url))).toBe(true)
})

test.each([
  'https://harbour.example/',
  'https://localhost.example/',
  'https://local.example/',
  'http://9.9.9.9/',
  'http://100.128.0.1/',
  'http://172.32.0.1/',
  'http://198.18.0.7/',
  'http://[2606:4700::1]/',
  'http://[64:ff9b::9.9.9.9]/',
  'http://[::ffff:9.9.9.9]/',
])('%s is of the net', (url) => {
  expect(saysOwn(new URL(url))).toBe(false)
})

test('an IPv4 address is the same one in the spellings of IPv6 that lead to it', () => {
  fc.assert(
    fc.property(fc.ipV4(), (ip) => {
      for (const prefix of ['::ffff:', '64:ff9b::']) expect(isOwnIp(`${prefix}${ip}`)).toBe(isOwnIp(ip))
    }),
  )
})

test('what is this machine is of one’s own network', () => {
  const hosts = [
    'localhost',
    'a.localhost',
    '127.9.9.9',
    '[::1]',
    '10.0.0.1',
    'printer.local',
    'harbour.example',
  ]
  const urls = hosts.map((host) => new URL(`http://${host}/`))
  expect(urls.map(saysThisMachine)).toEqual([true, true, true, true, false, false, false])
  for (const url of urls.filter(saysThisMachine)) expect(saysOwn(url)).toBe(true)
})
