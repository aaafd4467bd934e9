import { ArrowLeftOutlined, PrinterOutlined } from "@ant-design/icons";
import { Button, Card } from "antd";
import { useNavigate, useParams } from "react-router";
import { MatterPanel } from "../../ui/matter/MatterPanel.tsx";

/** Any registration, claim, agreement or activity by its link: where messages lead. */
export const MatterPage = () => {
  const { matterId = "" } = useParams();
  const go = useNavigate();
  return (
    <>
      <div className="page-tools no-print">
        <Button
          type="text"
          icon={<ArrowLeftOutlined />}
          onClick={() => void (window.history.length > 1 ? go(-1) : go("/"))}
        >
          返回
        </Button>
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          打印
        </Button>
      </div>
      <Card>
        <MatterPanel key={matterId} matterId={matterId} />
      </Card>
    </>
  );
};
