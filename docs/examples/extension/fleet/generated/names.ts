// Written by `npm run generate`.

declare module '@powernode/contract/names.ts' {
  interface PermissionNames {
    'boats.create': true
    'boats.delete': true
    'boats.read': true
    'boats.update': true
    'system.boats.paint': true
  }
}

export {}
