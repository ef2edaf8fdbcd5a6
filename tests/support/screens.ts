/** Every screen, by who looks at it; `every-screen.test.ts` fails when one is missing. */
export const screens = {
  open: ['/', '/login', '/register', '/setup', '/docs/api', '/terms', '/privacy', '/support', '/kit'],
  desk: [
    '/app',
    '/app/settings',
    '/app/settings/security',
    '/app/settings/telegram',
    '/app/settings/api-keys',
    '/app/settings/appearance',
    '/app/settings/data',
  ],
  admin: ['/admin', '/admin/queue', '/admin/users', '/admin/users/[id]', '/admin/invitations', '/admin/audit'],
  miniApp: ['/tg', '/tg/settings', '/tg/link'],
} as const;
