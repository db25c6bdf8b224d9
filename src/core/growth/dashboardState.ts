/** All that the dashboard shows. */
export interface DashboardState {
  readonly kind: 'dashboard';
}
