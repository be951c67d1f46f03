import { ScrolledPage } from '../../ui/ScrolledPage.tsx';
import { AccessSection } from './AccessSection.tsx';
import { ClientsSection } from './ClientsSection.tsx';
import { ExportsSection } from './ExportsSection.tsx';

/** ZeptoMail's management API: how it is asked, who may, and what was exported. */
export function ManagementPage() {
  return (
    <ScrolledPage>
      <AccessSection />
      <ClientsSection />
      <ExportsSection />
    </ScrolledPage>
  );
}
