namespace Mesh.Sdk.Failover;

/// <summary>A field of an object, such as <c>spec.trafficPolicy.outlierDetection</c> of <c>DestinationRule shop/cart</c>.</summary>
internal sealed record FieldReference(string Object, string? Field = null)
{
    public FieldReference Child(string field) => this with { Field = Field is null ? field : $"{Field}.{field}" };
}
