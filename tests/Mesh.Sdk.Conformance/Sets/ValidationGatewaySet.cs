using Mesh.Sdk.Analysis.Gateways;
using Mesh.Sdk.Conformance.Validation;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Conformance.Sets;

internal sealed class ValidationGatewaySet : ValidationSet
{
    public override string Name => "validation-gateway";

    protected override IReadOnlyDictionary<string, ValidationTarget> Targets { get; } = new Dictionary<string, ValidationTarget>
    {
        ["Gateway"] = new("", input => input.Analyze(new Gateway
        {
            Metadata = input.Metadata,
            Spec = input.Read(GatewaySpec.Read),
        })),
        ["gatewayServer"] = new("servers[]", CheckServer),
        ["gatewayServerPort"] = new("servers[].port", CheckPort),
        ["serverTls"] = new("servers[].tls", input => ServerTlsChecks.Check(input.Read(ServerTlsSettings.Read), input.Place)),
    };

    protected override IReadOnlyList<ReadingRule> ReadingRules { get; } = [ReadingRule.Null("GW-SERVER-NULL", "servers[]")];

    private static void CheckServer(ValidationInput input)
    {
        if (input.Read(Server.Read) is { } server)
        {
            ServerChecks.Check(server, input.Place);
        }
        else
        {
            input.ReadingFindings.Add(new(ReadingRule.NullItem, "servers[]", null));
        }
    }

    private static void CheckPort(ValidationInput input) =>
        ServerChecks.FindsInPort(new Server { Port = input.Read(Port.Read), Hosts = [], Bind = input.Context("bind") }, input.Place);
}
