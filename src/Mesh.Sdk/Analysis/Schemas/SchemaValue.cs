using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>A value and what the CRD demands of it.</summary>
internal readonly record struct SchemaValue(SchemaNode Node, UntypedValue Value);
