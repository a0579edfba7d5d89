import { createRoute, lazyRouteComponent as lazy } from '@tanstack/react-router'
import { root } from './frame'

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazy(
    () => import('@powernode/modules/identity/domains/sessions/web/SignInPage'),
    'SignInPage',
  ),
})
const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  component: lazy(
    () => import('@powernode/modules/identity/domains/sessions/web/RegisterPage'),
    'RegisterPage',
  ),
})
const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazy(
    () => import('@powernode/modules/identity/domains/sessions/web/ForgotPasswordPage'),
    'ForgotPasswordPage',
  ),
})
const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password/$token',
  component: lazy(
    () => import('@powernode/modules/identity/domains/sessions/web/ResetPasswordPage'),
    'ResetPasswordPage',
  ),
})
const verifyEmail = createRoute({
  getParentRoute: () => root,
  path: '/verify-email',
  component: lazy(
    () => import('@powernode/modules/identity/domains/sessions/web/VerifyEmailPage'),
    'VerifyEmailPage',
  ),
})
const acceptInvitation = createRoute({
  getParentRoute: () => root,
  path: '/accept-invitation/$token',
  component: lazy(
    () => import('@powernode/modules/identity/domains/invitations/web/AcceptInvitationPage'),
    'AcceptInvitationPage',
  ),
})
const status = createRoute({
  getParentRoute: () => root,
  path: '/status',
  component: lazy(
    () => import('@powernode/modules/monitoring/domains/services/web/StatusPage'),
    'StatusPage',
  ),
})
const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: '/unsubscribe',
  component: lazy(
    () => import('@powernode/modules/messaging/domains/notifications/web/UnsubscribePage'),
    'UnsubscribePage',
  ),
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
