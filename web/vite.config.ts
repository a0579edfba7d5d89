import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = 'http://localhost:3000'

export default defineConfig({
  base: '/',
  plugins: [react()],
  build: { target: 'es2024', cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
  server: {
    proxy: { '/api': server, '/cable': { target: server, ws: true } },
  },
})
