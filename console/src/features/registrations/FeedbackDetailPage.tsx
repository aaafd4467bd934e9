import { PrinterOutlined } from "@ant-design/icons";
import { Button, Card } from "antd";
import { useParams } from "react-router";
import { PageHead } from "../../ui/PageHead.tsx";
import { FeedbackPanel } from "./FeedbackPanel.tsx";
import { RegisterNav } from "./RegisterNav.tsx";
import "./registrations.css";

export const FeedbackDetailPage = () => {
  const { feedbackId = "" } = useParams();
  return (
    <>
      <PageHead
        title="报到党员参与情况反馈"
        extra={
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            打印
          </Button>
        }
      />
      <RegisterNav />
      <Card>
        <FeedbackPanel feedbackId={feedbackId} />
      </Card>
    </>
  );
};
