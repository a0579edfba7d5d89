import { randomUUID } from 'node:crypto'
import { world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'

const someone = (name: string) => ({ name, email: `${randomUUID()}@example.com` })

test('finds users by part of a name or address, and treats wildcards as text', async () => {
  const { owner } = await world()
  await owner.post('/users', someone('Grace 100% Hopper'))
  await owner.post('/users', someone('Alan Turing'))
  const names = async (search: string) => {
    const { data } = await owner.get(`/users?search=${encodeURIComponent(search)}`)
    return data.map((user: { name: string }) => user.name)
  }
  expect(await names('hopp')).toEqual(['Grace 100% Hopper'])
  expect(await names('100%')).toEqual(['Grace 100% Hopper'])
  expect(await names('%')).toEqual(['Grace 100% Hopper'])
  expect(await names('_')).toEqual([])
  expect(await names('EXAMPLE.COM')).toHaveLength(3)
})

test('finds names with or without their accents, composed or not', async () => {
  const { owner } = await world()
  for (const name of ['Zoë Dvořák', 'Zoe\u0301 Martin', 'Zora Quinn'])
    await owner.post('/users', someone(name))
  const names = async (search: string) => {
    const { data } = await owner.get(`/users?sort=name&search=${encodeURIComponent(search)}`)
    return data.map((user: { name: string }) => user.name)
  }
  expect(await names('zoe')).toHaveLength(2)
  expect(await names('zoë')).toHaveLength(2)
  expect(await names('DVORAK')).toEqual(['Zoë Dvořák'])
  expect(await names('dvořák')).toEqual(['Zoë Dvořák'])
  expect(await names('zora')).toEqual(['Zora Quinn'])
})

test('finds addresses by their beginning, once the text has the @', async () => {
  const { owner } = await world()
  const mark = randomUUID()
  for (const name of [`ann_${mark}`, `joann_${mark}`, `annx${mark}`])
    await owner.post('/users', { name, email: `${name}@example.com` })
  const names = async (search: string) => {
    const { data } = await owner.get(`/users?sort=name&search=${encodeURIComponent(search)}`)
    return data.map((user: { name: string }) => user.name)
  }
  expect(await names(`Ann_${mark}@Exam`)).toEqual([`ann_${mark}`])
  expect(await names(`ann_${mark}@example.com`)).toEqual([`ann_${mark}`])
  expect(await names(`ann_${mark}@example.org`)).toEqual([])
  expect(await names(`ann_${mark}`)).toEqual([`ann_${mark}`, `joann_${mark}`])
  expect(await names('@example.com')).toHaveLength(4)
  await owner.post('/users', someone('Team@Work Ltd'))
  expect(await names('team@work')).toEqual(['Team@Work Ltd'])
})

test('finds a user by id, in any case, and none of another account', async () => {
  const { owner, stranger } = await world()
  const found = await owner.get(`/users?search=${owner.id.toUpperCase()}`)
  expect(found.data).toMatchObject([{ id: owner.id }])
  expect((await (await stranger()).get(`/users?search=${owner.id}`)).data).toEqual([])
})
