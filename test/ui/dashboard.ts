// Our page in the side bar.
import type { FrameLocator, Locator } from 'playwright-core';
import type { Workbench } from './workbench';

export class DashboardPage {
  constructor(readonly workbench: Workbench) {}

  get page(): FrameLocator {
    return this.workbench.sidebarView();
  }

  /** A part by its heading. */
  section(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }
}

/** Shows the dashboard, and waits until it is drawn. */
export async function dashboardOf(workbench: Workbench): Promise<DashboardPage> {
  await workbench.showSidebar();
  const dashboard = new DashboardPage(workbench);
  await dashboard.page.getByRole('heading', { level: 1, name: 'Growth' }).waitFor({ state: 'attached' });
  return dashboard;
}
