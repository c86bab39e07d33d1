using System.Text.Json.Nodes;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Conformance.Sets;

internal sealed class LocalityLabelSet : IVectorSet
{
    public string Name => "locality-label";

    public JsonNode? Compute(VectorCase vector) => Locality.ParseLabel(vector["label"].Text()).ToString();
}
