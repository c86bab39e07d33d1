using System.Text.Json.Nodes;
using Mesh.Sdk.Failover;

namespace Mesh.Sdk.Conformance.Sets;

internal sealed class HostMostSpecificSet : IVectorSet
{
    public string Name => "host-most-specific";

    public JsonNode? Compute(VectorCase vector) =>
        HostMatching.MostSpecific(vector["host"].Text(), vector["ruleHosts"].TextList());
}
