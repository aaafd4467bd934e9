import { ArrowLeftOutlined, PrinterOutlined } from "@ant-design/icons";
import { Button, Card } from "antd";
import { useNavigate, useParams } from "react-router";
import { CasePanel } from "./CasePanel.tsx";

export const CasePage = () => {
  const { caseId = "" } = useParams();
  const go = useNavigate();
  const hasPast = window.history.length > 1;
  return (
    <>
      <div className="page-tools no-print">
        <Button type="text" icon={<ArrowLeftOutlined />} onClick={() => void (hasPast ? go(-1) : go("/desk"))}>
          返回
        </Button>
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          打印
        </Button>
      </div>
      <Card>
        <CasePanel key={caseId} caseId={caseId} />
      </Card>
    </>
  );
};
