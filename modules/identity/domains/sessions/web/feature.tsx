import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Sign-in, registration and password pages, and the user's sessions. */
export default defineFeature({
  pages: [
    { path: '/sign-in', component: lazy(() => import('./SignInPage'), 'SignInPage'), public: true },
    {
      path: '/register',
      component: lazy(() => import('./RegisterPage'), 'RegisterPage'),
      public: true,
    },
    {
      path: '/forgot-password',
      component: lazy(() => import('./ForgotPasswordPage'), 'ForgotPasswordPage'),
      public: true,
    },
    {
      path: '/reset-password/$token',
      component: lazy(() => import('./ResetPasswordPage'), 'ResetPasswordPage'),
      public: true,
    },
    {
      path: '/verify-email',
      component: lazy(() => import('./VerifyEmailPage'), 'VerifyEmailPage'),
      public: true,
    },
  ],
  sections: [
    {
      page: '/security',
      name: 'sessions',
      order: 30,
      component: lazy(() => import('./SessionsSection'), 'SessionsSection'),
    },
  ],
})
