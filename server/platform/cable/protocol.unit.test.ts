import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frames, parseCommand, tokenProtocol } from './protocol.ts'

const identifier = '{"channel":"NotificationChannel", "account_id":"1"}'

test('a subscribe command has a channel and parameters, and keeps its identifier', () => {
  expect(parseCommand(JSON.stringify({ command: 'subscribe', identifier }))).toEqual({
    command: 'subscribe',
    identifier,
    channel: 'NotificationChannel',
    params: { account_id: '1' },
  })
})

test('a message command has an action and data', () => {
  const data = '{"action":"ping","n":1}'
  expect(parseCommand(JSON.stringify({ command: 'message', identifier, data }))).toMatchObject({
    action: 'ping',
    data: { n: 1 },
  })
})

test.each([
  'not json',
  '[]',
  'null',
  '{}',
  '{"command":"subscribe"}',
  '{"command":"subscribe","identifier":"not json"}',
  '{"command":"subscribe","identifier":"{}"}',
  '{"command":"message","identifier":"{}"}',
  '{"command":"shout","identifier":"{}"}',
])('%s is malformed', (text) => {
  expect(parseCommand(text)).toBeUndefined()
})

test('the parser never throws', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseCommand(text)))
})

test('frames have the format of ActionCable, with the identifier byte for byte', () => {
  expect(JSON.parse(frames.confirm(identifier))).toEqual({
    identifier,
    type: 'confirm_subscription',
  })
  expect(JSON.parse(frames.reject(identifier))).toEqual({ identifier, type: 'reject_subscription' })
  expect(JSON.parse(frames.message(identifier, '{"a":1}'))).toEqual({
    identifier,
    message: { a: 1 },
  })
  expect(JSON.parse(frames.ping(5))).toEqual({ type: 'ping', message: 5 })
  expect(JSON.parse(frames.disconnect('unauthorized'))).toEqual({
    type: 'disconnect',
    reason: 'unauthorized',
    reconnect: false,
  })
  expect(JSON.parse(frames.disconnect('server_restart')).reconnect).toBe(true)
})

test('a token is read from the offered subprotocols', () => {
  expect(tokenProtocol('actioncable-v1-json, anycable-token.a.b-c_d')).toBe('a.b-c_d')
  expect(tokenProtocol('anycable-token.,actioncable-v1-json')).toBe('')
  expect(tokenProtocol('actioncable-v1-json')).toBeUndefined()
  expect(tokenProtocol(undefined)).toBeUndefined()
})
