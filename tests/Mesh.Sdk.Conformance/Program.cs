using Mesh.Sdk.Conformance;

return ConformanceCommand.Run(args, Console.Out, Console.Error);
