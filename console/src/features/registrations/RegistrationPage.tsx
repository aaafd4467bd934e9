import { Card } from "antd";
import { useParams } from "react-router";
import { PageHead } from "../../ui/PageHead.tsx";
import { RegistrationPanel } from "./RegistrationPanel.tsx";
import "./registrations.css";

export const RegistrationPage = () => {
  const { registrationId = "" } = useParams();
  return (
    <>
      <PageHead title="报到" />
      <Card>
        <RegistrationPanel registrationId={registrationId} />
      </Card>
    </>
  );
};
