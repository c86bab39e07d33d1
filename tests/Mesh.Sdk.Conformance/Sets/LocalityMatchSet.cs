using System.Text.Json.Nodes;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Conformance.Sets;

internal sealed class LocalityMatchSet : IVectorSet
{
    public string Name => "locality-match";

    public JsonNode? Compute(VectorCase vector) =>
        LocalityMatching.Matches(Locality.Parse(vector["locality"].Text()), vector["pattern"].Text());
}
