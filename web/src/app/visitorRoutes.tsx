import { createRoute, lazyRouteComponent as lazy } from '@tanstack/react-router'
import { root } from './frame'

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazy(() => import('../features/sessions/SignInPage'), 'SignInPage'),
})
const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  component: lazy(() => import('../features/sessions/RegisterPage'), 'RegisterPage'),
})
const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazy(() => import('../features/sessions/ForgotPasswordPage'), 'ForgotPasswordPage'),
})
const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password/$token',
  component: lazy(() => import('../features/sessions/ResetPasswordPage'), 'ResetPasswordPage'),
})
const verifyEmail = createRoute({
  getParentRoute: () => root,
  path: '/verify-email',
  component: lazy(() => import('../features/sessions/VerifyEmailPage'), 'VerifyEmailPage'),
})
const acceptInvitation = createRoute({
  getParentRoute: () => root,
  path: '/accept-invitation/$token',
  component: lazy(
    () => import('../features/invitations/AcceptInvitationPage'),
    'AcceptInvitationPage',
  ),
})
const status = createRoute({
  getParentRoute: () => root,
  path: '/status',
  component: lazy(() => import('../features/services/StatusPage'), 'StatusPage'),
})
const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: '/unsubscribe',
  component: lazy(() => import('../features/notifications/UnsubscribePage'), 'UnsubscribePage'),
})

/** Pages for those who are not signed in. */
export const visitorRoutes = [
  signIn,
  register,
  forgotPassword,
  resetPassword,
  verifyEmail,
  acceptInvitation,
  status,
  unsubscribe,
] as const
