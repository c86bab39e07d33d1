using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>A connection is upgraded to HTTP/2 or keeps the client's protocol.</summary>
internal sealed class UpgradeKeepsNoClientProtocol : Rule<ConnectionPoolSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2253",
        DiagnosticSeverity.Error,
        "h2UpgradePolicy is UPGRADE and useClientProtocol is true, which contradict each other.",
        "Leave one of h2UpgradePolicy and useClientProtocol out.");

    public override string VectorId => "CP-H2-CLIENT-PROTOCOL";

    public override void Check(ConnectionPoolSettings value, Place place)
    {
        if (value.Http is { H2UpgradePolicy: H2UpgradePolicy.Upgrade, UseClientProtocol: true })
        {
            place.Field("http").Field("useClientProtocol").Report(Descriptor);
        }
    }
}
