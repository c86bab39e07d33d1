using System.Text.Json.Nodes;
using Mesh.Sdk.Failover;

namespace Mesh.Sdk.Conformance.Sets;

internal sealed class HostShortNameSet : IVectorSet
{
    public string Name => "host-short-name";

    public JsonNode? Compute(VectorCase vector) =>
        HostMatching.Complete(vector["host"].Text(), vector["namespace"].Text(), vector["domain"].Text());
}
