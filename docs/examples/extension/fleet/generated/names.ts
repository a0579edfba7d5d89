// Written by `npm run generate`.

declare module '@powernode/contract/names.ts' {
  interface PermissionNames {
    'boats.create': true
    'boats.delete': true
    'boats.read': true
    'boats.update': true
    'system.boats.paint': true
  }
  interface AuditActionNames {
    'boat.created': true
    'boat.deleted': true
    'boat.painted': true
    'boat.updated': true
  }
}

export {}
